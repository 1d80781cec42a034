package dev.mailcheck.dkim;

import java.util.Optional;

/**
 * A change that may have been made to one of the covered fields.
 *
 * @param index which of them
 * @param undone the field before the change; empty: it was not there
 */
record HeaderChange(Diagnosis diagnosis, int index, Optional<FieldBytes> undone) {}
