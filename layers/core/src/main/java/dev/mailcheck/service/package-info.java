/**
 * What every door of a service does with a check, be it HTTP, Slack or mail: take it, have it run
 * once, publish what came of it. It knows neither a cloud nor a server.
 */
@NullMarked
package dev.mailcheck.service;

import org.jspecify.annotations.NullMarked;
