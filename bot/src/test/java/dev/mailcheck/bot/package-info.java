@NullMarked
package dev.mailcheck.bot;

import org.jspecify.annotations.NullMarked;
