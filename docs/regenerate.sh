#!/bin/sh
# Writes docs/unsafe-ledger.md and docs/c-api-coverage.md anew, from the classes and sources as they are.
# Run it after a change in io.jsc4j.internal.ffi or in the bindings, and read the difference before you commit it.
set -eu
cd "$(dirname "$0")/.."
exec mvn -q test -pl tests -am -Dtest='UnsafeLedgerTest#thePageIsUpToDate,CApiCoverageTest#thePageIsUpToDate' \
  -Dsurefire.failIfNoSpecifiedTests=false -Djsc4j.regenerate=true
