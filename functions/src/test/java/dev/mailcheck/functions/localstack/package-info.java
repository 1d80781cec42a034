/** The template deployed to LocalStack, with the real functions as processes. */
@NullMarked
package dev.mailcheck.functions.localstack;

import org.jspecify.annotations.NullMarked;
