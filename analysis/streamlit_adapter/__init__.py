"""Everything that depends on how Streamlit is built, which any release may change, each with its fallback.

Its document (document), the files of its front end (bundle), its routes and cookie (routes), its server and process
(server), its English texts (built_in_texts). ``tests/streamlit_contract`` checks each against the pinned version.
"""
