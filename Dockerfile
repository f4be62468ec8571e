# One file, three images: `api` (which also checks settings and migrates), `web` and `caddy`. None holds a secret or a URL.

FROM node:24-bookworm-slim AS install
WORKDIR /repo
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml .npmrc ./
RUN --mount=type=cache,target=/root/.npm \
    npm install --global "$(node -p "require('./package.json').packageManager")"
COPY apps/api/package.json apps/api/
COPY apps/e2e/package.json apps/e2e/
COPY apps/web/package.json apps/web/
COPY packages/api-client/package.json packages/api-client/
COPY packages/auth/package.json packages/auth/
COPY packages/config/package.json packages/config/
COPY packages/db/package.json packages/db/
COPY packages/schemas/package.json packages/schemas/
COPY packages/stack/package.json packages/stack/
RUN --mount=type=cache,target=/pnpm-store \
    pnpm install --frozen-lockfile --store-dir /pnpm-store --filter-prod '@repo/api...' --filter-prod '@repo/web...'
COPY tsconfig.base.json ./
COPY packages packages
COPY apps/api apps/api

FROM install AS build-api
RUN cd apps/api && node_modules/.bin/rolldown -c rolldown.config.ts && cp -r ../../packages/db/migrations dist/migrations
# The image library is native code and stays outside the bundle, with only what it needs.
RUN cd apps/api && cp -rL "$(dirname "$(realpath node_modules/sharp)")" dist/node_modules && rm -rf dist/node_modules/@types

# The API's sources are here for their types: a web server that disagrees with its API is not built.
FROM install AS build-web
ENV NEXT_TELEMETRY_DISABLED=1
COPY apps/web apps/web
RUN --mount=type=cache,target=/repo/apps/web/.next/cache \
    cd apps/web && node_modules/.bin/next build \
 && cp -r public .next/standalone/apps/web/public \
 && cp -r .next/static .next/standalone/apps/web/.next/static

FROM node:24-bookworm-slim AS api
# Threads that draw photos would otherwise each keep the memory of the largest one they saw.
ENV NODE_ENV=production MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build-api /repo/apps/api/dist ./
# A named volume is created with this owner.
RUN mkdir -p /var/lib/restai/audit /media && chown -R 1000:1000 /var/lib/restai /media
USER 1000:1000
EXPOSE 3001
CMD ["node", "--enable-source-maps", "main.js"]

FROM node:24-bookworm-slim AS web
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build-web /repo/apps/web/.next/standalone ./
USER 1000:1000
EXPOSE 3000
CMD ["node", "apps/web/server.js"]

FROM caddy:2 AS caddy
# Named volumes are created with these owners.
RUN mkdir -p /data/caddy /config/caddy && chown -R 1000:1000 /data /config
COPY infra/Caddyfile /etc/caddy/Caddyfile
USER 1000:1000
