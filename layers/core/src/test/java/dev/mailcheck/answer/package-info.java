@NullMarked
package dev.mailcheck.answer;

import org.jspecify.annotations.NullMarked;
