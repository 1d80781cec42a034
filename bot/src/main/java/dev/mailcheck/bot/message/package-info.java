/**
 * What is said in Slack: a message as a few records of ours, what goes into it, and its forms:
 * Block Kit for Slack, HTML for a look at it without Slack.
 */
@NullMarked
package dev.mailcheck.bot.message;

import org.jspecify.annotations.NullMarked;
