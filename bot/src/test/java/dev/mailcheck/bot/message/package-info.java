@NullMarked
package dev.mailcheck.bot.message;

import org.jspecify.annotations.NullMarked;
