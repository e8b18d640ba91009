/** The whole journey of a family, walked in a browser as the people who work with it. */
package org.familypathways.journey;
