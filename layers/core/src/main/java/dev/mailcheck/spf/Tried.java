package dev.mailcheck.spf;

import java.util.Optional;

/**
 * What came of a term.
 *
 * @param below the trace of the domain it led to
 */
record Tried(Match match, Optional<SpfTrace> below) {}
