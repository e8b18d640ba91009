/**
 * Documents of the families' records: written consent, letters, reports. Each belongs to an entry; a newer version
 * never overwrites; nothing that could run on a worker's machine comes in.
 */
@NullMarked
package org.familypathways.document;

import org.jspecify.annotations.NullMarked;
