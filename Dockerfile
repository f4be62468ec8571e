# One file, three images: `api` (also runs the migration), `web` and `caddy`. No secret and no URL is baked in.

FROM node:24-bookworm-slim AS install
WORKDIR /repo
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-workspace.yaml pnpm-lock.yaml .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/api-client/package.json packages/api-client/
COPY packages/auth/package.json packages/auth/
COPY packages/config/package.json packages/config/
COPY packages/db/package.json packages/db/
COPY packages/schemas/package.json packages/schemas/
COPY packages/stack/package.json packages/stack/
COPY apps/e2e/package.json apps/e2e/
RUN pnpm install --frozen-lockfile --filter-prod '@repo/api...' --filter-prod '@repo/web...'
COPY tsconfig.base.json ./
COPY apps/api apps/api
COPY apps/web apps/web
COPY packages packages

FROM install AS build-api
RUN pnpm --config.verify-deps-before-run=false --filter @repo/api build && cp -r packages/db/migrations apps/api/dist/migrations

FROM install AS build-web
ENV NEXT_TELEMETRY_DISABLED=1
RUN pnpm --config.verify-deps-before-run=false --filter @repo/web build \
 && cp -r apps/web/public apps/web/.next/standalone/apps/web/public \
 && cp -r apps/web/.next/static apps/web/.next/standalone/apps/web/.next/static

FROM node:24-bookworm-slim AS api
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build-api /repo/apps/api/dist ./
USER 1000:1000
EXPOSE 3001
CMD ["node", "main.js"]

FROM node:24-bookworm-slim AS web
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY --from=build-web /repo/apps/web/.next/standalone ./
USER 1000:1000
EXPOSE 3000
CMD ["node", "apps/web/server.js"]

FROM caddy:2 AS caddy
RUN mkdir -p /data/caddy /config/caddy && chown -R 1000:1000 /data /config
COPY infra/Caddyfile /etc/caddy/Caddyfile
USER 1000:1000
