/** The service in one process: its stores in a directory, its runs in threads, its HTTP server. */
@NullMarked
package dev.mailcheck.cli.embedded;

import org.jspecify.annotations.NullMarked;
