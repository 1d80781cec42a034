/** The friendly part of the test world that {@code mailcheck demo} shows. */
@NullMarked
package dev.mailcheck.world.sample;

import org.jspecify.annotations.NullMarked;
