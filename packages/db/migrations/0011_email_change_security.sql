-- A person moves the own account to another address; the policy names the row.
GRANT UPDATE (email) ON users TO restai_app;
