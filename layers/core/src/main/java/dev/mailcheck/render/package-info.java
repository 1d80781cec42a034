/** Writes reports for their sinks; each sink has its own encoder for what comes from outside. */
@NullMarked
package dev.mailcheck.render;

import org.jspecify.annotations.NullMarked;
