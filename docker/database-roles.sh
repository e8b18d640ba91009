#!/usr/bin/env bash
# PostgreSQL's image runs this once, when it makes its data directory. The owner changes the schema; the application, with
# its own role, only reads and writes rows.
set -euo pipefail
owner_password=$(< /run/secrets/database-owner)
application_password=$(< /run/secrets/database-application)
psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 \
    --set owner_password="$owner_password" --set application_password="$application_password" <<'SQL'
create role family_pathways_owner login password :'owner_password';
create role family_pathways login password :'application_password';
create database family_pathways owner family_pathways_owner;
revoke connect, temporary on database family_pathways from public;
grant connect on database family_pathways to family_pathways;
SQL
