/** The test world's SMTP hosts: scripted servers with real sockets and real TLS. */
@NullMarked
package dev.mailcheck.world.smtp;

import org.jspecify.annotations.NullMarked;
