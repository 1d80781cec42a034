@NullMarked
package dev.mailcheck.dns;

import org.jspecify.annotations.NullMarked;
