package dev.mailcheck.dkim;

import java.util.OptionalLong;

/**
 * In which form a body is hashed.
 *
 * @param hash a name of the JDK's
 * @param length how many canonical bytes are covered; empty: all
 */
record BodyForm(Canonicalization canonicalization, String hash, OptionalLong length) {}
