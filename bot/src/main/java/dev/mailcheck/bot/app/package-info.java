/**
 * The app as Bolt runs it, and the two ways in: signed HTTP requests and Socket Mode. Nowhere else
 * is Bolt known.
 */
@NullMarked
package dev.mailcheck.bot.app;

import org.jspecify.annotations.NullMarked;
