include!("../prelude.rs");

pub fn run() {
    post(std::collections::BTreeMap::from([("a", vec![1, 2])]));
    post([1u8, 2, 3]);
    post([("a", 1), ("b", 2)]);
}
