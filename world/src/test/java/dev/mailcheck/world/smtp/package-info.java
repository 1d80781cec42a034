@NullMarked
package dev.mailcheck.world.smtp;

import org.jspecify.annotations.NullMarked;
