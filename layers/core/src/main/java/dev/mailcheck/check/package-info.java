/** Checks judge: pure functions from observations to findings, without network, clock or words. */
@NullMarked
package dev.mailcheck.check;

import org.jspecify.annotations.NullMarked;
