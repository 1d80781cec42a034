package dev.mailcheck.functions.localstack;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of tests that takes a {@link LocalStack} in its constructor. They run once everything is
 * packaged, since that is what they deploy; the tag keeps them out of what runs before.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("localstack")
@ExtendWith(OnLocalStack.class)
@Timeout(600)
@interface WithLocalStack {}
