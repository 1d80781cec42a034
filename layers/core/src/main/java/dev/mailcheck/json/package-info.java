/** JSON as text, whatever is in it. */
@NullMarked
package dev.mailcheck.json;

import org.jspecify.annotations.NullMarked;
