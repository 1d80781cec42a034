/** What a service remembers, in DynamoDB and S3. */
@NullMarked
package dev.mailcheck.functions.store;

import org.jspecify.annotations.NullMarked;
