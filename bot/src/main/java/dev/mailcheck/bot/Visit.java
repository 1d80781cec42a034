package dev.mailcheck.bot;

import io.avaje.jsonb.Json;

import java.net.URI;
import java.util.Optional;

/**
 * One command, or one press of a button.
 *
 * @param responseUrl where to answer, five times within thirty minutes
 * @param trigger lets a window be opened, within three seconds
 * @param base where our pages are, as the visitor reaches them
 */
@Json
public record Visit(Person person, String responseUrl, String trigger, Optional<URI> base) {}
