package ${package};

/**
 * What a caller orders. A body that doesn't fit is answered with the status 400.
 */
record NewOrder(String product, int quantity) {

	NewOrder {
		if (product == null || product.isBlank() || quantity < 1) {
			throw new IllegalArgumentException("An order has a product, and a quantity of at least 1");
		}
	}

}
