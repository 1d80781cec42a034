package dev.mailcheck.probe;

import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.dkim.DkimResult;

import io.avaje.jsonb.Json;

/**
 * What the signatures of one mail say: DKIM (RFC 6376) and ARC (RFC 8617), which share the hashes
 * of its body.
 */
@Json
public record SignaturesObservation(DkimResult dkim, ArcResult arc) implements Observation {}
