package dev.mailcheck.arc;

import dev.mailcheck.dkim.SignedField;
import dev.mailcheck.dkim.TagList;

import java.util.OptionalInt;

/**
 * An ARC field.
 *
 * @param instance the number of the set it belongs to; empty where it has none from 1 to 50
 * @param tags none for an ARC-Authentication-Results field, whose value is no tag list
 * @param value as it stands in the mail
 */
record ArcField(SignedField field, OptionalInt instance, TagList tags, String value) {}
