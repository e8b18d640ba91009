/** What people and programs are told while the database does not answer. */
@NullMarked
package org.familypathways.database.web;

import org.jspecify.annotations.NullMarked;
