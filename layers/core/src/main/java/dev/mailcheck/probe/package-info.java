/** Probes collect what there is to see, through two doors only, and judge nothing. */
@NullMarked
package dev.mailcheck.probe;

import org.jspecify.annotations.NullMarked;
