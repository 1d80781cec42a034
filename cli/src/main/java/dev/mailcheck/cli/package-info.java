@NullMarked
package dev.mailcheck.cli;

import org.jspecify.annotations.NullMarked;
