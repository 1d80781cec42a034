/**
 * What is said in Slack: a message as a few records of ours, what goes into it, and its form in
 * Block Kit.
 */
@NullMarked
package dev.mailcheck.bot.message;

import org.jspecify.annotations.NullMarked;
