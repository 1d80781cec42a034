/**
 * Reading a mail safely (RFC 5322): its exact bytes, its header fields, and what later checks need
 * of them. Nothing here asks a network or judges.
 */
@NullMarked
package dev.mailcheck.message;

import org.jspecify.annotations.NullMarked;
