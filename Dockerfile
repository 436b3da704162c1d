# syntax=docker/dockerfile:1
# The HTTP service with its pipeline baked in.
#
#   docker build -t newsact .
#   docker build -t newsact --build-arg BASE=python:3.13-slim-bookworm@sha256:... .     (pin the base by digest)
#   docker run --rm --read-only --tmpfs /tmp -p 8000:8000 -v ./keys:/run/secrets/api-keys:ro newsact
#
# BASE must have Python 3.11 or later as `python3` with its module `venv`, the same in both stages.
ARG BASE=python:3.13-slim-bookworm

FROM ${BASE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
RUN python3 -m venv /opt/newsact
# First what changes seldom: every requirement, checked against its hash.
COPY requirements/run.txt requirements/run.txt
RUN /opt/newsact/bin/pip install --quiet --no-deps --require-hashes -r requirements/run.txt
COPY packages packages
COPY services services
RUN /opt/newsact/bin/pip install --quiet --no-deps --no-build-isolation \
        ./packages/schema ./packages/extractor ./services/api \
    && /opt/newsact/bin/pip uninstall --quiet --yes pip hatchling editables \
    && /opt/newsact/bin/python -m compileall -q -j 0 /opt/newsact/lib \
    && find /opt/newsact -name tests -type d -path '*/site-packages/*' -prune -exec rm -rf {} +
COPY LICENSE NOTICE /opt/newsact/

FROM ${BASE}
COPY --from=build /opt/newsact /opt/newsact
# Nothing is written at run time, so that the root file system can be read-only. The user has no name and no shell.
ENV PATH=/opt/newsact/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1 MKL_NUM_THREADS=1 \
    EXTRACTOR_HOST=0.0.0.0 \
    EXTRACTOR_API_KEYS_FILE=/run/secrets/api-keys \
    PORT=8000
USER 10001:10001
WORKDIR /tmp
EXPOSE 8000
# SIGTERM: no new requests, those in flight are finished (EXTRACTOR_DRAIN seconds at most).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python3", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/livez', timeout=2)"]
CMD ["extractor-serve"]
