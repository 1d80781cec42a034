@NullMarked
package dev.mailcheck.render;

import org.jspecify.annotations.NullMarked;
