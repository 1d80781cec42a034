@NullMarked
package dev.mailcheck.mtasts;

import org.jspecify.annotations.NullMarked;
