/**
 * ARC (RFC 8617), on its way to Historic: what the servers that a mail passed saw of it, and
 * whether their word can be believed. Signatures are verified by the classes of DKIM.
 */
@NullMarked
package dev.mailcheck.arc;

import org.jspecify.annotations.NullMarked;
