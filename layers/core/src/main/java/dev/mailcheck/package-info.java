@NullMarked
package dev.mailcheck;

import org.jspecify.annotations.NullMarked;
