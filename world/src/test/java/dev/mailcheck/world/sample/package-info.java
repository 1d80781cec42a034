@NullMarked
package dev.mailcheck.world.sample;

import org.jspecify.annotations.NullMarked;
