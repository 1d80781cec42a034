/** The test world's certificates, made by its own authority. */
@NullMarked
package dev.mailcheck.world.tls;

import org.jspecify.annotations.NullMarked;
