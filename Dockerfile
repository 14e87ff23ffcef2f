# The dashboard as a container: a user of its own, the store in a volume, whether it is well by /health. docs/operations.md says more.
FROM node:22-bookworm-slim AS bundle
WORKDIR /bundle
COPY analysis/assets/package.json analysis/assets/package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt /requirements.txt
RUN python -m venv /opt/klusteripulssi \
    && /opt/klusteripulssi/bin/python -m pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/klusteripulssi/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KLUSTERIPULSSI_LOG=json
WORKDIR /srv/klusteripulssi
COPY --from=packages /opt/klusteripulssi /opt/klusteripulssi
COPY .streamlit .streamlit
COPY analysis analysis
COPY --from=bundle /bundle/node_modules analysis/assets/node_modules
COPY data data
COPY pages pages
COPY dashboard.py ./
# The second line compiles the words and the code, which nobody may write to afterwards; the last is the store's place.
RUN useradd --system --uid 10001 --home-dir /srv/klusteripulssi --shell /usr/sbin/nologin klusteripulssi \
    && python -m compileall -q analysis pages dashboard.py \
    && install --directory --owner=klusteripulssi data/store
USER 10001
VOLUME /srv/klusteripulssi/data/store
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "import os, urllib.request as web; base = os.environ.get('STREAMLIT_SERVER_BASE_URL_PATH', '').strip('/'); web.urlopen('http://127.0.0.1:8501/' + (base and base + '/') + 'health', timeout=4)"]
CMD ["python", "-m", "streamlit", "run", "dashboard.py", "--server.address", "0.0.0.0", "--server.port", "8501"]
