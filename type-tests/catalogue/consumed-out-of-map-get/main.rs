include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let fd = get_unused_fd_flags(current, O_CLOEXEC)?;
    let slots = std::collections::BTreeMap::from([("a", fd)]);
    if let Some(found) = slots.get("a") {
        put_unused_fd(*found); //~ E0507
    }
    for (_, each) in slots {
        put_unused_fd(each);
    }
    Ok(())
}
