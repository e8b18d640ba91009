/** The hands of the demo workers in the engine. */
@NullMarked
package org.familypathways.demo.process;

import org.jspecify.annotations.NullMarked;
