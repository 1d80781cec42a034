/** The test world's HTTPS hosts: static pages, and the ways in which they may go wrong. */
@NullMarked
package dev.mailcheck.world.https;

import org.jspecify.annotations.NullMarked;
