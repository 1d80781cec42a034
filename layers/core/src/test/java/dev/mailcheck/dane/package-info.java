@NullMarked
package dev.mailcheck.dane;

import org.jspecify.annotations.NullMarked;
