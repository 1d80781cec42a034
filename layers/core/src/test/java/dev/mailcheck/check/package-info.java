@NullMarked
package dev.mailcheck.check;

import org.jspecify.annotations.NullMarked;
