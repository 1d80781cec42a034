@NullMarked
package dev.mailcheck.smtp;

import org.jspecify.annotations.NullMarked;
