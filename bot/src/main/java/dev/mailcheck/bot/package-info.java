/**
 * The Slack door: what is asked there becomes a check, and what comes of it a message. One app
 * stands behind both ways in, HTTP and Socket Mode. It knows no cloud, and Bolt is known in two
 * packages only.
 */
@NullMarked
package dev.mailcheck.bot;

import org.jspecify.annotations.NullMarked;
