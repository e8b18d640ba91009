/**
 * Starts the PostgreSQL that an installation without configuration keeps its records in, and knows the two database
 * roles: the owner, who only changes the schema, and the application, who only reads and writes rows.
 */
@NullMarked
package org.familypathways.database;

import org.jspecify.annotations.NullMarked;
