"""A newcomer's path as a list: what to read and watch, in order, within a time."""

from analysis.measures.reading_path import path_steps
from analysis.sections.context.section_context import SectionContext, no_data
from analysis.sections.model.model import ItemList
from analysis.sections.pages.start.path_choice import PathChoice, path_themes
from analysis.sections.records.list_items import step_items, time_text


def path_list(context: SectionContext, choice: PathChoice) -> ItemList:
    """The path of a choice; stories and events are those of the regions that ``context`` selects, if it selects any."""
    words, tables = context.words, context.tables
    rows = {name: tables[name].loc[context.filtered[name].index] for name in ("stories", "events")}
    steps = path_steps({**rows, "materials": tables["materials"]}, path_themes(tables, choice.purpose), choice.minutes)
    minutes = sum(each.minutes for each in steps)
    time = time_text(minutes, words, estimate=any(each.estimate for each in steps))
    return ItemList(
        key="path",
        title=words.plural("start.path", len(steps), time=time) if steps else words("start.path_none"),
        items=step_items(context, steps),
        empty=no_data(context) if context.is_blank else words("start.path_empty"),
        note=words(f"start.about_{choice.purpose}"),
        total=minutes,
        boxes=True,
    )
